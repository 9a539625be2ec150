/** A modal or App Home as Slack keeps it and sends it back. */
import { isObject, type JsonObject, textOr } from "../json.ts"
import { teamId } from "../members.ts"
import type { AppIdentity } from "../options.ts"
import { withBlockIds } from "./blockIds.ts"
import type { InputValues } from "./inputState.ts"

export interface View {
  readonly id: string
  readonly team_id: string
  readonly app_installed_team_id: string
  readonly app_id: string
  readonly bot_id: string
  readonly type: "modal" | "home"
  readonly title: JsonObject | null
  readonly submit: JsonObject | null
  readonly close: JsonObject | null
  readonly blocks: ReadonlyArray<JsonObject>
  readonly private_metadata: string
  readonly callback_id: string
  readonly external_id: string
  readonly state: { readonly values: InputValues }
  readonly hash: string
  readonly clear_on_close: boolean
  readonly notify_on_close: boolean
  readonly root_view_id: string
  readonly previous_view_id: string | null
}

const plainText = (value: unknown): JsonObject | null => (isObject(value) ? value : null)

/** What the app wrote, as a view in its place. It must have passed `checkView`. */
export const viewFrom = (
  written: JsonObject,
  place: Pick<View, "id" | "hash" | "root_view_id" | "previous_view_id" | "state"> & { readonly app: AppIdentity }
): View => ({
  id: place.id,
  team_id: teamId,
  app_installed_team_id: teamId,
  app_id: place.app.id,
  bot_id: place.app.botId,
  type: written["type"] === "home" ? "home" : "modal",
  title: plainText(written["title"]),
  submit: plainText(written["submit"]),
  close: plainText(written["close"]),
  blocks: withBlockIds(written["blocks"]),
  private_metadata: textOr(written["private_metadata"], ""),
  callback_id: textOr(written["callback_id"], ""),
  external_id: textOr(written["external_id"], ""),
  state: place.state,
  hash: place.hash,
  clear_on_close: written["clear_on_close"] === true,
  notify_on_close: written["notify_on_close"] === true,
  root_view_id: place.root_view_id,
  previous_view_id: place.previous_view_id
})
