import type { ModalView } from "@slack/types"
import type { WebClient } from "@slack/web-api"
import { Effect } from "effect"
import { FormNotOpened } from "./explain.ts"

/** Opens a modal for the person who asked. */
export type OpenForm = (view: ModalView) => Effect.Effect<void, FormNotOpened>

export const openFormFor =
  (client: WebClient, triggerId: string, how: "open" | "push" = "open"): OpenForm =>
  (view) =>
    Effect.asVoid(
      Effect.tryPromise({
        try: () =>
          how === "push"
            ? client.views.push({ trigger_id: triggerId, view })
            : client.views.open({ trigger_id: triggerId, view }),
        catch: (cause) => new FormNotOpened({ cause })
      })
    )
