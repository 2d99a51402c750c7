// Every date of every event of a calendar, as ical.js finds them: JSON lines of uid, start, end in UTC, and title.
// node unfold.mjs CALENDAR FIRST LAST, with whole days as 2024-01-01; a list of calendars may stand in place of one.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const [files, first, last] = [process.argv.slice(2, -2), ...process.argv.slice(-2)];
const found = [];

for (const file of files) {
  const root = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
  ICAL.TimezoneService.reset();
  for (const zone of root.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const events = root
    .getAllSubcomponents("vevent")
    .map((one) => new ICAL.Event(one, { strictExceptions: true, exceptions: [] }));
  const masters = events.filter((one) => !one.isRecurrenceException());
  for (const event of events.filter((one) => one.isRecurrenceException())) {
    masters.find((one) => one.uid === event.uid)?.relateException(event);
  }
  const told = (item, start, end) => {
    const day = start.toString().slice(0, 10);
    if (day < first || day > last) return;
    found.push({ file, uid: item.uid, starts: instant(start), ends: instant(end), title: item.summary });
  };
  for (const event of masters) {
    if (!event.isRecurring()) {
      told(event, event.startDate, event.endDate);
      continue;
    }
    const dates = event.iterator();
    for (let next = dates.next(); next && next.toString().slice(0, 10) <= last; next = dates.next()) {
      const one = event.getOccurrenceDetails(next);
      told(one.item, one.startDate, one.endDate);
    }
  }
}

function instant(time) {
  return time.isDate ? time.toString() : time.convertToZone(ICAL.Timezone.utcTimezone).toString();
}

console.log(JSON.stringify(found));
