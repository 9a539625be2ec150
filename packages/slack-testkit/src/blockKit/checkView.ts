/** Would Slack take this modal or App Home? Pure, as `checkMessage` is. */
import { isObject, objectsOf } from "../json.ts"
import { faultsAcross } from "./acrossBlocks.ts"
import { faultsIn } from "./faultsIn.ts"
import { type Problem, problem, problemsAt } from "./Problem.ts"
import { homeView, limits, modalView } from "./surfaces.ts"
import { missingField, mustBeA, noSubmit, noSuchWord } from "./words.ts"

const error = "invalid_arguments"

/**
 * Everything Slack would refuse in a view; empty when it takes it.
 *
 * @param type what it has to be; by default what it says it is
 */
export const checkView = (view: unknown, type?: "modal" | "home"): ReadonlyArray<Problem> => {
  if (view === undefined) return [problem(error, "", missingField("view"))]
  if (!isObject(view)) return [problem(error, "/view", mustBeA("object"))]
  const expected = type ?? (view["type"] === "home" ? "home" : "modal")
  if (view["type"] === undefined) return [problem(error, "/view", missingField("type"))]
  if (view["type"] !== expected) return [problem(error, "/view/type", noSuchWord)]
  const blocks = objectsOf(view["blocks"])
  const unsent =
    expected === "modal" && view["submit"] === undefined
      ? blocks.flatMap((block, index) =>
          block["type"] === "input" ? [problem(error, `/view/blocks/${index}/input`, noSubmit)] : []
        )
      : []
  const bytes = new TextEncoder().encode(JSON.stringify(view)).length
  return [
    ...(bytes > limits.viewBytes.limit ? [problem("view_too_large", "", `view has ${bytes} bytes`)] : []),
    ...problemsAt(error, "/view", faultsIn(expected === "home" ? homeView : modalView, view, expected)),
    ...problemsAt(error, "/view/blocks", faultsAcross(blocks)),
    ...unsent
  ]
}
