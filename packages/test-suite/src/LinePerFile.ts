import { DefaultReporter, type TestCase, type TestModule } from "vitest/node"

/** Vitest's own reporter, with one line a test file: of its tests it names those that failed. */
export class LinePerFile extends DefaultReporter {
  protected override printTestCase(moduleState: ReturnType<TestModule["state"]>, test: TestCase): void {
    if (test.result().state === "failed") super.printTestCase(moduleState, test)
  }

  /** Why tests were skipped, once for each reason, above the summary. */
  override onTestRunEnd(...[modules, errors, reason]: Parameters<DefaultReporter["onTestRunEnd"]>): void {
    const reasons = new Map<string, number>()
    for (const test of modules.flatMap((module) => [...module.children.allTests("skipped")])) {
      const result = test.result()
      const why = (result.state === "skipped" ? result.note : undefined) ?? "no reason is given"
      reasons.set(why, (reasons.get(why) ?? 0) + 1)
    }
    for (const [why, count] of reasons) this.log(`\n ${count} skipped: ${why}`)
    super.onTestRunEnd(modules, errors, reason)
  }
}

export default LinePerFile
