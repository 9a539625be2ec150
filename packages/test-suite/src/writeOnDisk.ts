import { beforeAll, beforeEach, vi } from "vitest"

/** For a file in which a process or a server dies while it writes: the disk's own time is part of what is asked. */
export const writeOnDisk = (): void => {
  const choose = () => void vi.stubEnv("TMPDIR", process.env["TESTS_ON_DISK"] ?? process.env["TMPDIR"])
  beforeAll(choose)
  beforeEach(choose)
}
