import { createRoot } from 'react-dom/client';
import { createClient } from '../main/contract/client.ts';
import { App } from './app.tsx';
import { AppProvider } from './store/app-context.tsx';
import { createAppStore } from './store/app-store.ts';
import './styles/index.css';
import { FRAME } from './texts.ts';

const root = document.getElementById('root');
if (root !== null) {
  const { unblank } = window;
  const content =
    unblank === undefined ? (
      <p>{FRAME.noBridge}</p>
    ) : (
      <AppProvider store={createAppStore(createClient(unblank))}>
        <App />
      </AppProvider>
    );
  createRoot(root).render(content);
}
