import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { App } from "./App.tsx"
import "./styles/foundations.css"
import "./styles/layout.css"
import "./styles/controls.css"
import "./styles/banner.css"
import "./styles/sidebar.css"
import "./styles/conversation.css"
import "./styles/composer.css"
import "./styles/blocks.css"
import "./styles/dialog.css"
import "./styles/police.css"
import "./styles/guide.css"
import "./styles/scenarios.css"

const root = document.getElementById("page")
if (root === null) throw new Error("index.html has no element with the id page")

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>
)
