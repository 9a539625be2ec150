/** Writes what is drawn on the page of the architecture: `node packages/test-suite/src/architecture/page.ts`. */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { roomsDiagram } from "./rooms.ts"
import { stagesDiagram } from "./stageArrows.ts"

export const pagePath = join(import.meta.dirname, "../../../../docs/architecture.md")

/** The page with both pictures as they are today. */
export const drawnAgain = (page: string): string =>
  Object.entries({ rooms: roomsDiagram(), stages: stagesDiagram() }).reduce(
    (text, [name, diagram]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->\\n\\n\`\`\`mermaid\\n)[\\s\\S]*?(\\n\`\`\`)`),
        (_, before: string, after: string) => `${before}${diagram}${after}`
      ),
    page
  )

if (import.meta.main) writeFileSync(pagePath, drawnAgain(readFileSync(pagePath, "utf8")))
