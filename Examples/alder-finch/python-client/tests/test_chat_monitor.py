import chat_monitor


def test_a_missing_flag_means_closed(monkeypatch):
    class Response:
        def json(self):
            return {"messages": [{"type": "Availability", "message": {"results": [{"id": "5739A0000008OrD"}]}}]}

    monkeypatch.setattr(chat_monitor.requests, "get", lambda *args, **kwargs: Response())
    assert chat_monitor.availability() == {"orders": False, "fitting": False}
