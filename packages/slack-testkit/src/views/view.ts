/** A modal or App Home as Slack keeps it and sends it back, and the shape an app must give it. */
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

/** Why Slack would not take a view: its error code and the sentences in `response_metadata.messages`. */
export interface ViewFault {
  readonly error: "invalid_arguments"
  readonly messages: ReadonlyArray<string>
}

const plainText = (value: unknown): JsonObject | null => (isObject(value) ? value : null)

/** Slack's own limits, as far as an app is likely to break them. */
const faultsOf = (view: JsonObject, type: View["type"]): ReadonlyArray<string> => {
  const blocks = view["blocks"]
  const title = textOr(plainText(view["title"])?.["text"], "")
  const hasInputs = Array.isArray(blocks) && blocks.some((block) => isObject(block) && block["type"] === "input")
  const faults: Array<string> = []
  if (view["type"] !== type) faults.push(`[ERROR] must be a ${type} view [json-pointer:/view/type]`)
  if (!Array.isArray(blocks) || !blocks.every(isObject)) faults.push("[ERROR] blocks missing [json-pointer:/view]")
  else if (blocks.length > 100) faults.push("[ERROR] no more than 100 items allowed [json-pointer:/view/blocks]")
  if (type === "modal" && title === "") faults.push("[ERROR] missing required field: title [json-pointer:/view]")
  if (title.length > 24) faults.push("[ERROR] must be less than 25 characters [json-pointer:/view/title/text]")
  if (type === "modal" && hasInputs && plainText(view["submit"]) === null) {
    faults.push("[ERROR] `submit` is required when an `input` block is within blocks [json-pointer:/view/submit]")
  }
  if (textOr(view["private_metadata"], "").length > 3000) {
    faults.push("[ERROR] must be less than 3001 characters [json-pointer:/view/private_metadata]")
  }
  return faults
}

export const viewFault = (view: unknown, type: View["type"]): ViewFault | undefined => {
  const messages = isObject(view) ? faultsOf(view, type) : ["[ERROR] missing required field: view [json-pointer:/view]"]
  return messages.length === 0 ? undefined : { error: "invalid_arguments", messages }
}

/** What the app wrote, as a view in its place. It must have passed {@link viewFault}. */
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
