import { mkdir, open, rename } from "node:fs/promises"
import { dirname } from "node:path"

/** Unique temporary file, then rename: a killed process leaves the old text or the new one, never half of it. */
export const replaceFile = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  const file = await open(temporary, "w", 0o600)
  await file.writeFile(text)
  await file.sync().finally(() => file.close())
  await rename(temporary, path)
}
