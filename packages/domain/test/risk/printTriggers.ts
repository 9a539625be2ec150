/** Run on its own under one `TZ`: prints that zone's offset in July, then every firing of made-up records. */
import fc from "fast-check"
import { calendars, civilDay } from "../../src/calendar/index.ts"
import { triggersFired } from "../../src/risk/index.ts"
import { everyRule, moments, recordsUnder } from "./arbitraryRecord.ts"

const records = fc.sample(fc.tuple(recordsUnder(everyRule), moments), { seed: 20261122, numRuns: 300 })
const facts = { bornOn: civilDay(2016, 12, 25), caseStatus: "looked-after", placedOutOfArea: true } as const
const firings = records.map(([state, now]) => triggersFired(state, { calendars, now, facts }))

process.stdout.write(JSON.stringify({ julyOffset: new Date(2026, 6, 1).getTimezoneOffset(), firings }))
