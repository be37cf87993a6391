"""Checks documents against the closed schemas, and that each mutation of them is refused.

Reads a list of {name, schema, document, mutate, refused} on standard input; argument 1 is the folder of schemas.
Prints one line for each thing that is wrong, and at the end how much was checked.
"""

import copy
import json
import pathlib
import sys

from jsonschema import Draft202012Validator, FormatChecker

# The one member that a document may be without, at its top alone: a training record's documents say what they are.
OPTIONAL = {"purpose": {"description": "There in a training record only.", "const": "training"}}


def objects(value, path=()):
    """Every object in a document with the path to it."""
    if isinstance(value, dict):
        yield path, value
        for key, inner in value.items():
            yield from objects(inner, path + (key,))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from objects(inner, path + (place,))


def at(document, path):
    for step in path:
        document = document[step]
    return document


def pruned(document, path):
    """The document with one item a list: the one on the path, or else the first; and the new path."""
    if isinstance(document, dict):
        small = {key: pruned(value, path[1:] if path[:1] == (key,) else ())[0] for key, value in document.items()}
        return small, path[:1] + pruned(document[path[0]], path[1:])[1] if path else ()
    if isinstance(document, list) and document:
        chosen = path[0] if path else 0
        item, rest = pruned(document[chosen], path[1:])
        return [item], (0,) + rest if path else ()
    return document, ()


def mutations(document):
    """One renamed, missing, extra and mistyped field for each sort of object in the document."""
    seen = set()
    for path, value in objects(document):
        sort = tuple(sorted(value)) + (value.get("kind"), next((s for s in reversed(path) if isinstance(s, str)), ""))
        if sort in seen:
            continue
        seen.add(sort)
        small, short = pruned(document, path)
        yield path, None, small

        def changed(change):
            mutant = copy.deepcopy(small)
            change(at(mutant, short))
            return mutant

        yield path, "an extra field", changed(lambda o: o.update(unexpected=1))
        for key in value:
            if path or key not in OPTIONAL:
                yield path, f"without {key}", changed(lambda o: o.pop(key))
            yield path, f"{key} renamed", changed(lambda o: o.update({key + "X": o.pop(key)}))
            # A list in a list is nowhere a value of ours.
            yield path, f"{key} mistyped", changed(lambda o: o.update({key: [[[]]]}))


def closed(schema, path="#"):
    """Every object of the schema that is not closed, or does not require all of its fields but the optional one."""
    if isinstance(schema, dict):
        if schema.get("type") == "object" or "properties" in schema:
            if schema.get("additionalProperties") is not False:
                yield f"{path} is open"
            unrequired = set(schema.get("properties", {})) ^ set(schema.get("required", []))
            if path == "#":
                unrequired -= {key for key, shape in OPTIONAL.items() if schema["properties"].get(key) == shape}
            if unrequired:
                yield f"{path} does not require {', '.join(sorted(unrequired))}"
        for key, inner in schema.items():
            # A condition only narrows an object that is closed around it.
            if key not in ("if", "then", "else"):
                yield from closed(inner, f"{path}/{key}")
    elif isinstance(schema, list):
        for place, inner in enumerate(schema):
            yield from closed(inner, f"{path}/{place}")


def main():
    folder = pathlib.Path(sys.argv[1])
    schemas, definitions = {}, {}
    cases = json.load(sys.stdin)
    mutants = 0
    for case in cases:
        name = case["schema"]
        if name not in schemas:
            schema = json.loads((folder / f"{name}-v1.json").read_text(encoding="utf-8"))
            Draft202012Validator.check_schema(schema)
            schemas[name] = Draft202012Validator(schema, format_checker=FormatChecker())
            for problem in closed(schema):
                print(f"{name}: {problem}")
            for key, definition in schema.get("$defs", {}).items():
                first, text = definitions.setdefault(key, (name, definition))
                if text != definition:
                    print(f"{name}: the definition of {key} is another one than in {first}")
        validator = schemas[name]
        document = json.loads(case["document"])
        if case["refused"]:
            if validator.is_valid(document):
                print(f"{case['name']} is accepted")
            continue
        for error in validator.iter_errors(document):
            print(f"{case['name']}: {error.json_path}: {error.message[:300]}")
        for path, what, mutant in mutations(document) if case["mutate"] else ():
            if what is None:
                for error in validator.iter_errors(mutant):
                    print(f"{case['name']}: pruned to {path}: {error.message[:300]}")
                continue
            mutants += 1
            if validator.is_valid(mutant):
                print(f"{case['name']}: {'/'.join(map(str, path))} {what} is accepted")
    print(f"checked {len(cases)} documents and {mutants} mutations")


main()
