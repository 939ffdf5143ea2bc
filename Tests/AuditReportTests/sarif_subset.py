"""The part of SARIF 2.1.0 that the reports use, stricter than the standard's own schema.

Unknown keys are errors here, so that a misspelt one can't hide. Where the standard's schema is at hand,
SARIF_SCHEMA names it and the reports are validated against it as well.
"""


def closed(required, optional=None):
    properties = {**required, **(optional or {})}
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(required),
        "additionalProperties": False,
    }


TEXT = {"type": "string", "minLength": 1}
LEVEL = {"enum": ["note", "warning", "error"]}
POSITIVE = {"type": "integer", "minimum": 1}
MESSAGE = closed({"text": TEXT})
# RFC 3986: what a relative reference may hold.
URI = {"type": "string", "pattern": r"^(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$"}
REGION = closed(
    {"startLine": POSITIVE},
    {"startColumn": POSITIVE, "endLine": POSITIVE, "endColumn": POSITIVE, "snippet": MESSAGE},
)
PLACE = closed({"artifactLocation": closed({"uri": URI, "uriBaseId": {"const": "%SRCROOT%"}})}, {"region": REGION})
LOGICAL = closed({"fullyQualifiedName": TEXT, "name": TEXT, "kind": TEXT})
LOCATION = closed({"physicalLocation": PLACE}, {"logicalLocations": {"type": "array", "items": LOGICAL}})
RELATED = closed({"id": {"type": "integer", "minimum": 0}, "message": MESSAGE, "physicalLocation": PLACE})
NOTIFICATION = closed(
    {"descriptor": closed({"id": TEXT}), "level": LEVEL, "message": MESSAGE},
    {"locations": {"type": "array", "items": closed({"physicalLocation": PLACE})}},
)
SUPPRESSION = closed(
    {"kind": {"enum": ["inSource", "external"]}, "status": {"const": "accepted"}, "justification": TEXT}
)
RULE = closed(
    {
        "id": TEXT,
        "name": {"type": "string", "minLength": 1, "maxLength": 255},
        "shortDescription": closed({"text": {"type": "string", "minLength": 1, "maxLength": 1024}}),
        "fullDescription": closed({"text": {"type": "string", "minLength": 1, "maxLength": 1024}}),
        "help": closed({"text": TEXT, "markdown": TEXT}),
        "defaultConfiguration": closed({"level": LEVEL}),
        "properties": closed(
            {
                "tags": {"type": "array", "items": TEXT, "maxItems": 10},
                "precision": {"enum": ["very-high", "high", "medium", "low"]},
                "problem.severity": {"enum": ["error", "warning", "recommendation"]},
            }
        ),
    },
    {"helpUri": {"type": "string", "pattern": "^https?://"}},
)
RESULT = closed(
    {
        "ruleId": TEXT,
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": MESSAGE,
        "locations": {"type": "array", "items": LOCATION, "minItems": 1, "maxItems": 1},
        "partialFingerprints": closed(
            {"chatsunset/v1": TEXT},
            {"primaryLocationLineHash": {"type": "string", "pattern": "^[0-9a-f]{1,16}:[0-9]+$"}},
        ),
        "suppressions": {"type": "array", "items": SUPPRESSION, "maxItems": 1},
        "properties": {"type": "object"},
    },
    {"relatedLocations": {"type": "array", "items": RELATED, "minItems": 1, "maxItems": 1000}},
)
RUN = closed(
    {
        "tool": closed(
            {"driver": closed({"name": TEXT, "version": TEXT, "rules": {"type": "array", "items": RULE}})}
        ),
        "automationDetails": closed({"id": {"type": "string", "pattern": "/$"}}),
        "invocations": {
            "type": "array",
            "items": closed(
                {
                    "executionSuccessful": {"type": "boolean"},
                    "toolExecutionNotifications": {"type": "array", "items": NOTIFICATION},
                }
            ),
        },
        "columnKind": {"const": "unicodeCodePoints"},
        "results": {"type": "array", "items": RESULT, "maxItems": 25000},
    }
)
SCHEMA = closed(
    {
        "$schema": {"type": "string"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": RUN, "minItems": 1, "maxItems": 1},
    }
)
