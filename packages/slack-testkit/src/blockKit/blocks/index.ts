/** Every block there is. */

import type { KnownBlock } from "@slack/types"
import type { Shape, Thing } from "../Shape.ts"
import { card, carousel, container, plan, taskCard } from "./cards.ts"
import { dataTable, dataVisualization, table } from "./data.ts"
import { actions, contextActions, input, section } from "./interactive.ts"
import { richText } from "./richText.ts"
import { alert, context, divider, file, header, imageBlock, markdown, video } from "./shown.ts"

/** Any block there is, told by its type; which surface takes it stands with the block. */
export const anyBlock = { _tag: "ByType", kinds: () => blocks } as const satisfies Shape

/** A block that `@slack/types` knows and this list does not fails to compile. */
const known: Readonly<Record<KnownBlock["type"], Thing>> = {
  actions,
  alert,
  card,
  carousel,
  container,
  context,
  context_actions: contextActions,
  data_table: dataTable,
  divider,
  file,
  header,
  image: imageBlock,
  input,
  markdown,
  plan,
  rich_text: richText,
  section,
  table,
  task_card: taskCard,
  video
}

export const blocks: ReadonlyArray<Thing> = [...Object.values(known), dataVisualization]
