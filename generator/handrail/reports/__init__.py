"""Problems, drawn for whoever reads them: a terminal, GitHub's annotations, a program, the preview's page."""
