/** Every block there is. */
import type { KnownBlock } from "@slack/types"
import type { Thing } from "../Shape.ts"
import { actions } from "./actions.ts"
import { alert } from "./alert.ts"
import { card } from "./card.ts"
import { carousel } from "./carousel.ts"
import { container } from "./container.ts"
import { context } from "./context.ts"
import { contextActions } from "./contextActions.ts"
import { dataTable } from "./dataTable.ts"
import { dataVisualization } from "./dataVisualization.ts"
import { divider } from "./divider.ts"
import { file } from "./file.ts"
import { header } from "./header.ts"
import { imageBlock } from "./image.ts"
import { input } from "./input.ts"
import { markdown } from "./markdown.ts"
import { plan } from "./plan.ts"
import { richText } from "./richText.ts"
import { section } from "./section.ts"
import { table } from "./table.ts"
import { taskCard } from "./taskCard.ts"
import { video } from "./video.ts"

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
