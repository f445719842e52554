"""Reads an iCalendar file with the icalendar library, which knows nothing of Parcours, and writes its events as JSON."""
import json
import sys

from icalendar import Calendar

with open(sys.argv[1], "rb") as file:
    calendar = Calendar.from_ical(file.read())
events = [
    {
        "uid": str(event["UID"]),
        "summary": str(event["SUMMARY"]),
        "start": event["DTSTART"].dt.isoformat(),
        "end": event["DTEND"].dt.isoformat(),
        "all_day": event["DTSTART"].params.get("VALUE") == "DATE",
        "description": str(event.get("DESCRIPTION", "")),
        "alarms": [str(part["TRIGGER"].to_ical(), "ascii") for part in event.walk("VALARM")],
    }
    for event in calendar.walk("VEVENT")
]
print(json.dumps({"version": str(calendar["VERSION"]), "errors": [str(e) for e in calendar.errors], "events": events}))
