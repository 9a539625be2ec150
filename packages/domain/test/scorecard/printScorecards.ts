/** Run on its own under one `TZ`: prints that zone's offset in July, then the scorecards of random tables. */
import { sampledCases } from "./arbitraryTable.ts"
import { ourScorecard, withoutSentences } from "./ourScorecard.ts"

const scorecards = sampledCases().map((one) => withoutSentences(ourScorecard(one)))

process.stdout.write(JSON.stringify({ julyOffset: new Date(2026, 6, 1).getTimezoneOffset(), scorecards }))
