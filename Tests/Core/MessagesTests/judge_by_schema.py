"""Judges messages by the published schemas, with an implementation that is not ours.

Reads one JSON object from standard input:
  {"schemas": {name: schema}, "cases": [{"schema": name, "text": message}]}
and writes one line of JSON for each case: null where the message satisfies its schema, otherwise
where and why it does not.
"""

import json
import sys

from jsonschema import Draft202012Validator


def main() -> None:
    task = json.load(sys.stdin)
    validators = {}
    for name, schema in task["schemas"].items():
        Draft202012Validator.check_schema(schema)
        validators[name] = Draft202012Validator(schema)
    for case in task["cases"]:
        fault = None
        try:
            message = json.loads(case["text"])
        except ValueError as error:
            fault = str(error)
        else:
            for error in validators[case["schema"]].iter_errors(message):
                fault = "/" + "/".join(map(str, error.absolute_path)) + ": " + error.message[:200]
                break
        print(json.dumps(fault))


if __name__ == "__main__":
    main()
