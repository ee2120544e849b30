/** The entry of the desk. */
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { makeQueryClient } from './api.ts'
import { firstLanguage, speak } from './language.ts'
import { keepShell, recallWho } from './offline.ts'
import { makeRouter } from './routes.tsx'
import { keepFocus } from './ui/keep-focus.ts'
import { leavingLosesWords } from './unsent.ts'
import './ui/tokens.css'
import './ui/base.css'
import './ui/print.css'

speak(firstLanguage())
// Whoever is no longer known signs in and comes back to the same address.
const queries = makeQueryClient(() => {
  if (/^\/(aanmelden|begin|binnen|uitnodiging)(\/|$)/.test(location.pathname) || leavingLosesWords()) return
  queries.clear()
  void router.navigate({ to: '/aanmelden', search: location.pathname === '/' ? {} : { naar: location.pathname + location.search }, replace: true })
})
const router = makeRouter()
void recallWho(queries)
createRoot(document.getElementById('root')!).render(<StrictMode><QueryClientProvider client={queries}><RouterProvider router={router} /></QueryClientProvider></StrictMode>)
keepShell()
keepFocus()
