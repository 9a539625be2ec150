import type { FileInput } from "@slack/types"
import { element, listOf, text, whole } from "../Shape.ts"

export const fileInput = element<FileInput>("file_input", {
  page: "file-input-element",
  surfaces: ["modal"],
  fields: { filetypes: listOf(text()), max_files: whole({ min: 1, max: 10 }) }
})
