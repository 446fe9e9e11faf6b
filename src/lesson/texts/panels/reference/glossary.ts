export const GLOSSARY_TEXTS = {
  title: 'Glossary',
  all: 'All words',
  sources: 'Sources',
  open: 'Glossary: what the words mean',
} as const;
