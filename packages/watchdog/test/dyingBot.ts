/** Stands for a bot in a process of its own: beats to an address, and dies in the way it is told to. */
const [, , url = ""] = process.argv

const beat = () => fetch(url, { method: "POST" }).catch(() => {})
setInterval(beat, 100)
process.on("message", (way) => {
  if (way === "block") for (;;);
})
await beat()
process.send?.("beating")
