/** Run on its own under one `TZ`: prints that zone's offset in July, then when people are told for every random time. */
import { sampleEscalation } from "./sampleEscalation.ts"

process.stdout.write(
  JSON.stringify({ julyOffset: new Date(2026, 6, 1).getTimezoneOffset(), escalation: sampleEscalation() })
)
