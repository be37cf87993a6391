"""Holds a document against a schema of this project; of JSON Schema it takes the words that those use, and no other."""

import json
import re

import faults

KINDS = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None), "integer": int,
         "number": (int, float)}
SAID = {"$schema", "$id", "$defs", "title", "description", "default", "format", "then", "else"}


class Schema:
    def __init__(self, name):
        self.whole = json.loads((faults.ROOT / "schemas" / f"{name}.json").read_text())

    def complaints(self, told, schema=None, place="$"):
        schema = self.whole if schema is None else schema
        if isinstance(schema, bool):
            return [] if schema else [f"{place} may not be there"]
        found = []
        for word, value in schema.items():
            if word in SAID:
                continue
            found += getattr(self, "_" + word.replace("$", "").lower())(told, value, schema, place)
        return found

    def _holds(self, told, schema, place):
        return not self.complaints(told, schema, place)

    def _ref(self, told, value, _, place):
        schema = self.whole
        for part in value.removeprefix("#/").split("/"):
            schema = schema[part]
        return self.complaints(told, schema, place)

    def _type(self, told, value, _, place):
        kinds = value if isinstance(value, list) else [value]
        if any(isinstance(told, KINDS[kind]) and (kind == "boolean" or not isinstance(told, bool)) for kind in kinds):
            return []
        return [f"{place} is no {value}"]

    def _const(self, told, value, _, place):
        return [] if told == value and type(told) is type(value) else [f"{place} is not {value}"]

    def _enum(self, told, value, _, place):
        return [] if told in value else [f"{place} is {told}"]

    def _required(self, told, value, _, place):
        return [f"{place} has no {name}" for name in value if isinstance(told, dict) and name not in told]

    def _properties(self, told, value, _, place):
        if not isinstance(told, dict):
            return []
        return [one for name, schema in value.items() if name in told
                for one in self.complaints(told[name], schema, f"{place}.{name}")]

    def _patternproperties(self, told, value, _, place):
        if not isinstance(told, dict):
            return []
        return [one for pattern, schema in value.items() for name in told if re.search(pattern, name)
                for one in self.complaints(told[name], schema, f"{place}.{name}")]

    def _additionalproperties(self, told, value, schema, place):
        if not isinstance(told, dict):
            return []
        known = schema.get("properties", {})
        patterns = schema.get("patternProperties", {})
        return [one for name in told if name not in known and not any(re.search(pattern, name) for pattern in patterns)
                for one in self.complaints(told[name], value, f"{place}.{name}")]

    def _items(self, told, value, _, place):
        if not isinstance(told, list):
            return []
        return [one for at, item in enumerate(told) for one in self.complaints(item, value, f"{place}[{at}]")]

    def _allof(self, told, value, _, place):
        return [one for schema in value for one in self.complaints(told, schema, place)]

    def _anyof(self, told, value, _, place):
        return [] if any(self._holds(told, schema, place) for schema in value) else [f"{place} is none of its kinds"]

    def _oneof(self, told, value, _, place):
        kinds = sum(self._holds(told, schema, place) for schema in value)
        return [] if kinds == 1 else [f"{place} is of {kinds} kinds, not of one"]

    def _not(self, told, value, _, place):
        return [f"{place} may not be so"] if self._holds(told, value, place) else []

    def _if(self, told, value, schema, place):
        return self.complaints(told, schema.get("then" if self._holds(told, value, place) else "else", True), place)

    def _pattern(self, told, value, _, place):
        return [f"{place} is {told!r}"] if isinstance(told, str) and not re.search(value, told) else []

    def _minimum(self, told, value, _, place):
        return [f"{place} is {told}"] if isinstance(told, (int, float)) and told < value else []

    def _maximum(self, told, value, _, place):
        return [f"{place} is {told}"] if isinstance(told, (int, float)) and told > value else []

    def _minlength(self, told, value, _, place):
        return [f"{place} is too short"] if isinstance(told, str) and len(told) < value else []

    def _maxlength(self, told, value, _, place):
        return [f"{place} is too long"] if isinstance(told, str) and len(told) > value else []

    def _minitems(self, told, value, _, place):
        return [f"{place} has too few"] if isinstance(told, list) and len(told) < value else []

    def _maxitems(self, told, value, _, place):
        return [f"{place} has too many"] if isinstance(told, list) and len(told) > value else []

    def _uniqueitems(self, told, _value, _, place):
        told = [json.dumps(one, sort_keys=True) for one in told] if isinstance(told, list) else []
        return [] if len(set(told)) == len(told) else [f"{place} has one twice"]
