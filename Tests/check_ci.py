#!/usr/bin/env python3
"""Runs the shell steps of the CI examples in a small repository, as each system would.

usage: check_ci.py ROOT, with the built command on the PATH

What needs the service itself is not run: actions of others, artifact uploads, the agents, the image build.
"""

import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import yaml

ROOT = pathlib.Path(sys.argv[1]).resolve()
EXAMPLES = ROOT / "Examples"
PAGE = '<apex:page><script src="https://c.la1-c1-iad.salesforceliveagent.com/content/g/js/40.0/deployment.js"/></apex:page>\n'


def load(path):
    return yaml.safe_load((EXAMPLES / path).read_text())


def shell(script, folder, expected=(0, 1), **variables):
    """What a step's shell does with a script: status and standard output."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795435200", **variables}
    end = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script], cwd=folder, env=environment, text=True,
        capture_output=True, timeout=300,
    )  # fmt: skip
    assert end.returncode in expected, (script, end.returncode, end.stderr)
    return end.returncode, end.stdout


@contextlib.contextmanager
def repository():
    """A clone on a branch that adds one page to the one that the main branch has."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        git = "git -c user.name=Ada -c user.email=ada@example.com"
        for name in ["force-app/main/default/pages/Old.page", "website/old.html"]:
            path = folder / "origin" / name
            path.parent.mkdir(parents=True)
            path.write_text(PAGE)
        shell(f"cd origin && git init -q -b main && git add . && {git} commit -qm one && git clone -q . ../clone", folder)
        clone = folder / "clone"
        (clone / "force-app/main/default/pages/New.page").write_text(PAGE)
        shell(f"git checkout -qb feature && git add . && {git} commit -qm two", clone)
        yield clone


def check_changed(clone, paths):
    """Only the new page is told, by a name that the repository knows."""
    assert set(paths) == {"force-app/main/default/pages/New.page"}, paths
    assert all((clone / path).is_file() for path in paths)


def junit_paths(path):
    cases = xml.etree.ElementTree.parse(path).iter("testcase")
    return {case.get("classname") for case in cases if case.find("failure") is not None}


def sarif_paths(path):
    results = json.loads(path.read_text())["runs"][0]["results"]
    return {place["physicalLocation"]["artifactLocation"]["uri"] for each in results for place in each["locations"]}


def check_github(clone):
    """The composite action: annotations, SARIF and the step summary."""
    action = load("ci/github/action.yml")
    step = next(each for each in action["runs"]["steps"] if each.get("id") == "lint")
    job = load("ci/github/workflow.yml")["jobs"]["lint"]
    given = next(each for each in job["steps"] if each.get("id") == "chatsunset")["with"]
    assert set(given) <= set(action["inputs"]), "the workflow uses inputs that the action has"
    for changed, status in [("origin/main", 1), ("feature", 0)]:
        inputs = {name: str(each["default"]) for name, each in action["inputs"].items()}
        inputs |= {"paths": given["paths"], "changed-since": changed}
        # Expressions as the runner replaces them.
        variables = {
            name: re.sub(r"\$\{\{ inputs\.([\w-]+)(?: \|\| '(\w+)')? \}\}",
                         lambda found: inputs[found[1]] or found[2] or "", text)
            for name, text in step["env"].items()
        }  # fmt: skip
        assert not any("${{" in text for text in variables.values()), variables
        runner = {name: str(clone.parent / name) for name in ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "RUNNER_TEMP"]}
        pathlib.Path(runner["RUNNER_TEMP"]).mkdir(exist_ok=True)
        code, output = shell(step["run"], clone, **variables, **runner)
        assert code == status, (code, output)
        if status == 1:
            check_changed(clone, re.findall(r"^::error file=([^,]+),", output, re.M))
            sarif = pathlib.Path(runner["GITHUB_OUTPUT"]).read_text().strip().removeprefix("sarif=")
            check_changed(clone, sarif_paths(pathlib.Path(sarif)))
            assert "New.page" in pathlib.Path(runner["GITHUB_STEP_SUMMARY"]).read_text()


def check_gitlab(clone):
    """The GitLab job: Code Quality and JUnit."""
    pipeline = load("ci/gitlab/.gitlab-ci.yml")
    job = pipeline["chatsunset"]
    base = shell("git rev-parse origin/main", clone)[1].strip()
    code, _ = shell(
        "\n".join(job["script"]), clone, CI_MERGE_REQUEST_DIFF_BASE_SHA=base,
        CHATSUNSET_PATHS=pipeline["variables"]["CHATSUNSET_PATHS"],
    )  # fmt: skip
    assert code == 1
    reports = job["artifacts"]["reports"]
    issues = json.loads((clone / reports["codequality"]).read_text())
    check_changed(clone, [issue["location"]["path"] for issue in issues if issue["severity"] in ("major", "critical", "blocker")])
    check_changed(clone, junit_paths(clone / reports["junit"]))


def check_azure(clone):
    """The Azure step: JUnit and SARIF."""
    step = next(each for each in load("ci/azure/azure-pipelines.yml")["steps"] if "bash" in each)
    out = clone.parent / "staging"
    out.mkdir()
    code, _ = shell(step["bash"], clone, OUT=str(out), TARGET_BRANCH="refs/heads/main")
    assert code == 1
    check_changed(clone, junit_paths(out / "chatsunset-junit.xml"))
    check_changed(clone, sarif_paths(out / "chatsunset.sarif"))
    assert shell(step["bash"], clone, OUT=str(out), TARGET_BRANCH="")[0] == 1, "a branch is looked at whole"


def check_jenkins(clone):
    """The Jenkins stage: JUnit and SARIF."""
    script = re.search(r"sh '''(.*?)'''", (EXAMPLES / "ci/jenkins/Jenkinsfile").read_text(), re.S)[1]
    code, _ = shell(script, clone, CHANGE_TARGET="main")
    assert code == 1
    check_changed(clone, junit_paths(clone / "chatsunset-junit.xml"))
    check_changed(clone, sarif_paths(clone / "chatsunset.sarif"))


def check_pre_commit(clone):
    """The hook: the files of the commit, each by its path."""
    hooks = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    for used in load("ci/pre-commit-config.yaml")["repos"][0]["hooks"]:
        words = [*hooks[used["id"]]["entry"].split(), *used["args"]]
        files = shell("git diff --name-only origin/main", clone)[1].split()
        code, output = shell(" ".join([*words, *files]), clone)
        assert code == 1
        check_changed(clone, {line.split(":")[0] for line in output.splitlines() if ": error: " in line})


def check_shards(clone):
    """Shards by a matrix, by an Indexed Job and by GNU parallel merge to the report of the whole."""
    whole = shell("chatsunset audit . --format json", clone)[1]
    jobs = load("ci/shards/github-matrix.yml")["jobs"]
    runs = {name: next(each for each in job["steps"] if "run" in each)["run"] for name, job in jobs.items()}
    work = clone.parent / "work"
    shutil.copytree(clone, work)
    for shard in jobs["audit"]["strategy"]["matrix"]["shard"]:
        # Each job has a checkout of its own: a report of another shard is not there to be examined.
        shell(runs["audit"], clone, SHARD=str(shard))
        (clone / f"shard-{shard}.json").rename(work / f"shard-{shard}.json")
    shell(runs["merge"], work)
    merged = (work / "audit.json").read_text()
    # The report's title is the folder's name.
    assert merged == whole, "matrix"
    (work / "shard-2.json").unlink()
    shell(runs["merge"], work, expected=[3])
    assert "no report of shard 2 of 4" in (work / "audit.json").read_text(), "a lost shard is named"

    reports = clone.parent / "reports"
    reports.mkdir()
    job, merge = (load(f"ci/shards/kubernetes-{name}.yaml")["spec"] for name in ["job", "merge"])
    container = job["template"]["spec"]["containers"][0]
    count = int(container["env"][0]["value"])
    assert count == job["completions"], "as many shards as pods"

    def pod(script, **variables):
        script = script.replace("/source", str(clone)).replace("/reports", str(reports))
        return shell(script, clone, SHARDS=str(count), **variables)

    merger = merge["template"]["spec"]["containers"][0]
    assert merger["env"] == container["env"], "both jobs know how many shards there are"
    # An earlier run with more shards used the same volume.
    pod(f'chatsunset audit "{EXAMPLES}/alder-finch" --shard 9/12 --output json=/reports/shard-9-of-12.json')
    for index in range(count):
        pod(container["args"][0], JOB_COMPLETION_INDEX=str(index))
    pod(merger["args"][0])
    assert (reports / "audit.json").read_text() == whole, "job"

    target = clone.parent / "parallel.json"
    shell(f"bash '{EXAMPLES}/ci/shards/parallel.sh' 3 '{target}' .", clone)
    assert target.read_text() == whole, "parallel"


def check_dockerfile(_):
    """The image has every library that the command needs; the build itself is not run."""
    text = (EXAMPLES / "Dockerfile").read_text()
    for copied in re.findall(r"^COPY (?!--from)(\S+) \S+$", text, re.M):
        assert (ROOT / copied).exists(), copied
    if not shutil.which("dpkg") or 'VERSION_CODENAME=bookworm' not in pathlib.Path("/etc/os-release").read_text():
        return
    packages = set(re.search(r"--no-install-recommends \\\n\s+(.+?) \\\n", text)[1].split())
    needed = subprocess.run(["ldd", shutil.which("chatsunset")], capture_output=True, text=True, check=True).stdout
    for name, path in re.findall(r"(\S+) => (\S+)", needed):
        path = str(pathlib.Path(path).resolve())
        owner = subprocess.run(["dpkg", "-S", path], capture_output=True, text=True).stdout.split(":")[0]
        # The Swift library is linked into the image's command; the rest comes with the packages, or with Debian itself.
        if owner and name.startswith(("libxml2", "libpcre2", "libarchive", "libyaml", "libcurl")):
            assert owner in packages, (name, owner)
    # Loaded only by the probe.
    assert any(package.startswith("libcurl") for package in packages)


CHECKS = [check_github, check_gitlab, check_azure, check_jenkins, check_pre_commit, check_shards, check_dockerfile]


def main():
    for check in CHECKS:
        with repository() as clone:
            check(clone)
        print(f"examples: {check.__doc__.splitlines()[0]}")


if __name__ == "__main__":
    main()
