import { writeFileSync } from "node:fs"
import { coveragePage } from "./coveragePage.ts"

writeFileSync(new URL("../COVERAGE.md", import.meta.url), coveragePage())
