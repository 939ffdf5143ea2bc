# The host is put together from constants of other lines.
PRODUCT = "liveagent"
VENDOR = "salesforce"
POD = "la9-c9-xyz"

HOST = f"https://d.{POD}.{VENDOR}{PRODUCT}.com"
SESSION_URL = HOST + "/chat" + "/rest" + "/System/SessionId"
