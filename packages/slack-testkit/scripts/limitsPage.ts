/** The text of LIMITS.md, made from the shapes the checks read. */
import { anyBlock } from "../src/blockKit/blocks/index.ts"
import { allLimits } from "../src/blockKit/limitsOf.ts"
import { everywhere } from "../src/blockKit/Shape.ts"
import { table } from "./table.ts"

const surfaces = anyBlock
  .kinds()
  .map(({ name, page, surfaces: taking }) => [
    `\`${name}\``,
    ...everywhere.map((surface) => (taking.includes(surface) ? "yes" : "")),
    page
  ])

export const limitsPage = (): string => `# Limits

Every limit \`checkMessage\` and \`checkView\` hold a payload to, and so the workspace too. This page is written from
the shapes under \`src/blockKit\` and checked by a test; \`node packages/slack-testkit/scripts/writeLimits.ts\` writes
it again. Characters are counted as JavaScript counts them (UTF-16 units), so an emoji may count for two.

The wording of the refusals, \`[ERROR] … [json-pointer:…]\`, is Slack's where developers have published it; \`words.ts\`
says which sentences are ours.

## Where a block may stand

${table([["block", "messages", "modals", "App Home", "page"], ...surfaces])}

## What each thing may hold

${table([["what", "limit", "page"], ...allLimits().map(({ of, says, page }) => [of, says, page])])}

## Not held to, because no number was found

- the size of message metadata (\`metadata_too_large\` is documented without one) and of attachments
  (\`attachment_payload_limit_exceeded\`);
- the formula behind \`msg_blocks_too_long\`: blocks with many parts are refused well below the figure above;
- how many buttons a card may have, how many characters the cells of a table may have together;
- whether URLs are ones Slack can reach, whether user and channel ids exist, which styles go with which piece of rich
  text, whether chart points match the axis;
- rules for what people type (\`min_length\`, \`max_length\`, \`min_value\` …), which Slack's own client applies.
`
