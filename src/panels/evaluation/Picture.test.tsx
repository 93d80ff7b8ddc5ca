import { fireEvent, render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { aVersion } from '@/domain/testData'
import { Picture } from './Picture'

const picture = { path: '@run/training_confusion_matrix.png', title: 'Confusion matrix', onTraining: true }
const draw = (url: string | null) => render(<Picture picture={picture} url={url} version={aVersion('3')} />)

it('shows what lies on this host, says what it is and that it is of training data', () => {
  draw('/proxy/mlflow/get-artifact?path=training_confusion_matrix.png')
  expect(screen.getByRole('img', { name: 'Confusion matrix of v3, as the run saved it (training_confusion_matrix.png)' })).toHaveAttribute('loading', 'lazy')
  expect(screen.getByText('on training data')).toBeInTheDocument()
})

it('says when it cannot be loaded, and still links to it', () => {
  draw('/proxy/mlflow/x.png')
  fireEvent.error(screen.getByRole('img'))
  expect(screen.queryByRole('img')).not.toBeInTheDocument()
  expect(screen.getByText('The picture could not be loaded.')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: /training_confusion_matrix\.png/ })).toBeInTheDocument()
})

it.each([['https://mlflow.example/get-artifact?path=x.png'], [null]])('asks no other host: %s', (url) => {
  draw(url)
  expect(screen.queryByRole('img')).not.toBeInTheDocument()
  expect(screen.getByText('The picture lies on another host and is not shown here.')).toBeInTheDocument()
})
