"""A shopping assistant on a language model. It is called LiveAgent; Salesforce has no part in it."""
from dataclasses import dataclass


@dataclass
class LiveAgentConfig:
    model: str = "assistant-large"
    voice: bool = False


class LiveAgent:
    def __init__(self, config: LiveAgentConfig) -> None:
        self.config = config

    async def answer(self, question: str) -> str:
        return f"Let me look for {question!r} in the catalogue."
