import { createBrowserRouter, Navigate, type RouteObject } from 'react-router'
import { ModelsPage } from '@/pages/models/ModelsPage'
import { RouteFailure } from './shell/RouteFailure'
import { Shell } from './shell/Shell'

/** Every address of the app; the pages come with it when they are asked for. */
export const routes: RouteObject[] = [
  {
    path: '/',
    element: <Shell />,
    errorElement: <RouteFailure />,
    // The shell itself is in the first chunk; only a page's code is waited for.
    HydrateFallback: () => null,
    children: [
      {
        errorElement: <RouteFailure />,
        children: [
          { index: true, element: <Navigate to={{ pathname: '/models', search: location.search }} replace /> },
          // The page that everybody opens first comes with the shell: one request less, and it compresses better.
          { path: 'models', Component: ModelsPage },
          {
            path: 'models/:source/:name/versions/:version',
            lazy: async () => ({ Component: (await import('@/pages/version/VersionPage')).VersionPage }),
          },
          {
            path: 'models/:source/:name/compare',
            lazy: async () => ({ Component: (await import('@/pages/compare/ComparePage')).ComparePage }),
          },
          {
            path: 'models/:source/:name',
            lazy: async () => ({ Component: (await import('@/pages/model/ModelPage')).ModelPage }),
            children: [
              { index: true, lazy: async () => ({ Component: (await import('@/pages/model/versions/VersionsTab')).VersionsTab }) },
              { path: 'quality', lazy: async () => ({ Component: (await import('@/pages/model/quality/QualityTab')).QualityTab }) },
              { path: 'serving', lazy: async () => ({ Component: (await import('@/pages/model/serving/ServingTab')).ServingTab }) },
              { path: 'docs', lazy: async () => ({ Component: (await import('@/pages/model/docs/DocsTab')).DocsTab }) },
              { path: 'history', lazy: async () => ({ Component: (await import('@/pages/model/history/HistoryTab')).HistoryTab }) },
            ],
          },
          { path: 'alerts', lazy: async () => ({ Component: (await import('@/pages/alerts/AlertsPage')).AlertsPage }) },
          { path: 'requests', lazy: async () => ({ Component: (await import('@/pages/requests/RequestsPage')).RequestsPage }) },
          { path: 'history', lazy: async () => ({ Component: (await import('@/pages/history/HistoryPage')).HistoryPage }) },
          { path: 'sources', lazy: async () => ({ Component: (await import('@/pages/sources/SourcesPage')).SourcesPage }) },
          { path: '*', lazy: async () => ({ Component: (await import('@/pages/not-found/NotFoundPage')).NotFoundPage }) },
        ],
      },
    ],
  },
]

/** The app's addresses, below the `<base href>` of index.html. */
export function createAppRouter() {
  return createBrowserRouter(routes, { basename: new URL(document.baseURI).pathname })
}
