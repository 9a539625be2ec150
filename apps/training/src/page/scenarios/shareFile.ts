import type { Done } from "../../api.ts"
import { readScenarioFile } from "../server/trainingServer.ts"

/** Hands a scenario to the browser as a download: one that comes with the workspace, or what was done in it so far. */
export const shareFile = async (as: string, id: string | undefined): Promise<Done> => {
  const file = await readScenarioFile(as, id)
  if (typeof file === "string") return { ok: false, problem: file }
  const url = URL.createObjectURL(new Blob([file.text], { type: "application/json" }))
  const link = document.createElement("a")
  link.href = url
  link.download = file.name
  link.click()
  URL.revokeObjectURL(url)
  return { ok: true }
}
