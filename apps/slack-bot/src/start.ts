import { loadProgram } from "./loadProgram.ts"

const { runProgram } = await loadProgram()
await runProgram(process.env)
