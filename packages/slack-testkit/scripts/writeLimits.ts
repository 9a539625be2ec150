import { writeFileSync } from "node:fs"
import { limitsPage } from "./limitsPage.ts"

writeFileSync(new URL("../LIMITS.md", import.meta.url), limitsPage())
