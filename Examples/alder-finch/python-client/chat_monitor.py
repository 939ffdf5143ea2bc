"""Asks every minute whether an advisor is there, and says so in the shop's channel."""
import os
import time

import requests

ENDPOINT = os.environ.get("CHAT_ENDPOINT", "https://d.la9-c9-xyz.salesforceliveagent.com/chat/rest")
ORG_ID = "00D9A000000AfOx"
DEPLOYMENT_ID = "5729A0000004WbS"
BUTTONS = {"orders": "5739A0000008OrD", "fitting": "5739A0000008FtG"}
HEADERS = {"X-LIVEAGENT-API-VERSION": "55"}


def availability() -> dict[str, bool]:
    response = requests.get(
        ENDPOINT + "/Visitor/Availability",
        params={
            "org_id": ORG_ID,
            "deployment_id": DEPLOYMENT_ID,
            "Availability.ids": ",".join(BUTTONS.values()),
        },
        headers=HEADERS,
        timeout=10,
    )
    results = response.json()["messages"][0]["message"]["results"]
    online = {result["id"] for result in results if result.get("isAvailable")}
    return {name: button in online for name, button in BUTTONS.items()}


def settings() -> dict:
    # Settings names the content server and the buttons; nothing rings.
    return requests.get(
        f"{ENDPOINT}/Visitor/Settings",
        params={"org_id": ORG_ID, "deployment_id": DEPLOYMENT_ID, "Settings.buttonIds": BUTTONS["orders"]},
        headers=HEADERS,
        timeout=10,
    ).json()


if __name__ == "__main__":
    while True:
        print(availability(), flush=True)
        time.sleep(60)
