/** The entry of the pages for people without an account: `/s/<token>` and `/logo/<token>`. */
import { createRoot } from 'react-dom/client'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/Field.css'
import '../ui/Button.css'
import './sign.css'
import '../ui/print.css'
import { keepFocus } from '../ui/keep-focus.ts'
import { openDoor, type Purpose } from './door.ts'
import { Faults } from './Faults.tsx'
import { SignPage } from './SignPage.tsx'

const [, place = '', token = ''] = location.pathname.split('/')
const purpose: Purpose = place === 'logo' ? 'logo' : 'answer'
const root = document.getElementById('root')
if (!root) throw new Error('sign.html has no #root')
createRoot(root).render(<Faults><SignPage door={openDoor(decodeURIComponent(token), purpose)} token={token} /></Faults>)
keepFocus()
