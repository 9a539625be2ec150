import { useState } from "react"
import type { View } from "../../api.ts"
import { BlockSurface } from "../blocks/BlockSurface.tsx"
import { Blocks } from "../blocks/Blocks.tsx"
import type { StateValues } from "../blocks/elementState.ts"
import { slackBlocks } from "../blocks/slackBlocks.ts"
import { REACHABLE } from "../reachable.ts"

/** The tab an app has for each person. */
export const AppHome = ({ view }: { readonly view: View | undefined }) => {
  const [chosen, setChosen] = useState<StateValues>({})
  const blocks = slackBlocks(view?.blocks ?? [])
  return (
    <>
      <header className="pane-header">
        <h1>App Home</h1>
        <p className="pane-about">What the app shows to you alone</p>
      </header>
      <section className="home" aria-label="App Home" {...REACHABLE}>
        {view === undefined || blocks.length === 0 ? (
          <p className="empty">The app has nothing on your Home tab yet.</p>
        ) : (
          <BlockSurface
            container={{ type: "view", viewId: view.id }}
            blocks={blocks}
            chosen={chosen}
            onChosen={setChosen}
          >
            <Blocks blocks={blocks} Heading="h2" />
          </BlockSurface>
        )}
      </section>
    </>
  )
}
