import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { escaped } from "../pictures/escaped.ts"
import { fontFaces } from "../pictures/fonts.ts"
import { OWN_STYLES } from "./ownStyles.ts"
import { usedRules } from "./usedRules.ts"

const { resolve } = createRequire(import.meta.url)

/** GOV.UK's own font is licensed for its own services alone. */
const LICENSED_FONT = "GDS Transport"

const govukRules = (html: string): string => {
  const classes = new Set([...html.matchAll(/class="([^"]*)"/g)].flatMap(([, names = ""]) => names.split(" ")))
  const css = readFileSync(resolve("govuk-frontend/dist/govuk/govuk-frontend.min.css"), "utf8")
  return usedRules(css, classes).replaceAll(LICENSED_FONT, "Atkinson Hyperlegible")
}

/** A page of its own: GOV.UK Frontend's styles without crown and font, no script, and no other file. */
export const htmlDocument = (title: string, content: string): string => {
  const body = [
    '<a href="#content" class="govuk-skip-link">Skip to main content</a>',
    '<div class="govuk-width-container">',
    `<main class="govuk-main-wrapper" id="content">${content}</main>`,
    "</div>"
  ].join("\n")
  const rules = govukRules(`<html class="govuk-template"><body class="govuk-template__body">${body}`)
  return `<!doctype html>
<html lang="en-GB" class="govuk-template">
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<style>${fontFaces()}${rules}${OWN_STYLES}</style>
</head>
<body class="govuk-template__body">
${body}
</body>
</html>
`
}
