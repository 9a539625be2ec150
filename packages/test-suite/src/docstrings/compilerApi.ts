const before = process.listeners("exit")

export const { API, SignatureKind, SymbolFlags } = await import("typescript/unstable/sync")

// It listens to end its processes, which `close` does, and a test file must leave no listener.
for (const listener of process.listeners("exit")) if (!before.includes(listener)) process.off("exit", listener)
