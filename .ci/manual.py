#!/usr/bin/env python3
"""Writes the manual page chatsunset(1) from the help that the command dumps and the README's exit statuses.

usage: chatsunset --experimental-dump-help | manual.py VERSION YYYY-MM-DD > chatsunset.1
"""
import datetime
import json
import pathlib
import re
import sys
import textwrap

ROOT = pathlib.Path(__file__).resolve().parent.parent

ENVIRONMENT = [
    ("CHATSUNSET_CONFIG", "The configuration file to read in place of the nearest one."),
    ("CHATSUNSET_FAIL_ON", "The level of --fail-on where the flag is not given."),
    ("SOURCE_DATE_EPOCH", "Seconds since 1970; the day of it is the day to judge by where --as-of is not given."),
    ("NO_COLOR, FORCE_COLOR, TERM", "Whether the terminal gets colours."),
    ("XDG_STATE_HOME", "The folder for the journals of the probe; by default ~/.local/state."),
    ("http_proxy, https_proxy, all_proxy, no_proxy", "The proxy of the probe; no other verb opens a connection."),
]
FILES = [
    (".chatsunset.yaml", "The settings of a team, found from the first input's folder up to the top of its repository."),
    ("~/.local/state/chatsunset", "The journals of the probe."),
]


def text(words):
    """Words as mdoc text: nothing in them is a macro, an escape or the end of a sentence inside a line."""
    words = words.replace("\\", "\\e").replace("-", "\\-").replace("`", "'")
    words = re.sub(r"(?<=[.!?]) +(?=\S)", "\n", words)
    lines = [
        line for long in words.split("\n")
        for line in textwrap.wrap(long, 78, break_long_words=False, break_on_hyphens=False)
    ]  # fmt: skip
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in lines)


def argument(words):
    """Words as one argument of a macro."""
    return '"' + text(words).replace("\n", " ").replace('"', '\\(dq') + '"'


def prose(discussion):
    """Paragraphs, and indented lines as they stand."""
    lines = []
    literal = False
    for line in discussion.rstrip().split("\n"):
        if line.startswith("  ") != literal:
            lines.append(".Ed" if literal else ".Bd -literal -offset indent")
            literal = not literal
        if literal:
            lines.append(text(line).replace("\n", " "))
        elif not line:
            lines.append(".Pp")
        else:
            lines.append(text(line))
    if literal:
        lines.append(".Ed")
    # Between a paragraph and a display the display's own space is enough.
    return re.sub(r"\.Pp\n(?=\.Bd)|(?<=\.Ed\n)\.Pp\n", "", "\n".join(lines))


def name(entry):
    dashes = {"long": "--", "short": "-", "longWithSingleDash": "-"}
    value = "" if entry["kind"] != "option" else " <" + entry["valueName"] + ">"
    if entry["kind"] == "positional":
        return entry["valueName"] + (" ..." if entry["isRepeating"] else "")
    return ", ".join(dashes[each["kind"]] + each["name"] for each in entry["names"]) + value


def shown(command):
    return [each for each in command.get("arguments", []) if each["shouldDisplay"] and name(each) != "--version"]


def section(command, path):
    """A verb: what it is for, its use, its examples, its flags."""
    names = path + [command["commandName"]]
    yield ".Ss " + argument(" ".join(names))
    yield text(command.get("abstract", "") + ".")
    if "discussion" in command:
        yield ".Pp"
        yield prose(command["discussion"])
    entries = [each for each in shown(command) if name(each) != "-h, --help"]
    if entries and not command.get("subcommands"):
        yield ".Bl -tag -width Ds"
        for entry in entries:
            yield ".It " + argument(name(entry))
            yield text(entry.get("abstract", ""))
            if "defaultValue" in entry:
                yield text(f"(default: {entry['defaultValue']})")
        yield ".El"
    for inner in command.get("subcommands", []):
        if inner["commandName"] != "help":
            yield from section(inner, names)


def statuses():
    """The rows of the README's table."""
    table = (ROOT / "README.md").read_text().split("## Exit statuses")[1].split("\n## ")[0]
    for row in re.findall(r"^\| ([0-9][0-9, ]*) \| (.+) \|$", table, re.M):
        yield row[0], row[1].replace("`", "'")


def table(rows):
    yield ".Bl -tag -width Ds"
    for left, right in rows:
        yield ".It " + argument(left)
        yield text(right)
    yield ".El"


def page(tool, version, date):
    day = datetime.date.fromisoformat(date)
    yield f".Dd {day:%B} {day.day}, {day.year}"
    yield ".Dt CHATSUNSET 1"
    yield f".Os \"chatsunset {version}\""
    yield ".Sh NAME"
    yield ".Nm chatsunset"
    # Not more than a line: it is what apropos(1) lists.
    yield ".Nd find what depends on the retired legacy Chat of Salesforce"
    yield ".Sh SYNOPSIS"
    yield ".Nm\n.Ar verb\n.Op Ar options\n.Op Ar path ..."
    yield ".Sh DESCRIPTION"
    yield text(tool["abstract"] + ".")
    yield text(tool["discussion"])
    yield ".Pp"
    yield "The verbs, each with its options:"
    for command in tool["subcommands"]:
        if command["commandName"] != "help":
            yield from section(command, ["chatsunset"])
    yield ".Sh ENVIRONMENT"
    yield from table(ENVIRONMENT)
    yield ".Sh FILES"
    yield from table(FILES)
    yield ".Sh EXIT STATUS"
    yield from table(statuses())


def main():
    version, date = sys.argv[1:3]
    print("\n".join(page(json.load(sys.stdin)["command"], version, date)))


if __name__ == "__main__":
    main()
