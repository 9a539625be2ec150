import { DefaultReporter, type TestCase, type TestModule } from "vitest/node"

/** Vitest's own reporter, with one line a test file: of its tests it names those that failed. */
export class LinePerFile extends DefaultReporter {
  protected override printTestCase(moduleState: ReturnType<TestModule["state"]>, test: TestCase): void {
    if (test.result().state === "failed") super.printTestCase(moduleState, test)
  }
}

export default LinePerFile
