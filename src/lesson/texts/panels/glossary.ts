export const GLOSSARY_TEXTS = {
  title: 'Glossary',
  all: 'All words',
  open: 'Glossary: what the words mean',
} as const;
