/** Writes the projected bank holidays again: after GOV.UK publishes a year, or `date-holidays` is updated. */
import { writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { projectionFile } from "./projection.ts"

const file = fileURLToPath(new URL("../src/calendar/projected.ts", import.meta.url))

writeFileSync(file, projectionFile())
process.stdout.write(
  "src/calendar/projected.ts is written. Run the tests: they list what date-holidays sees differently.\n"
)
