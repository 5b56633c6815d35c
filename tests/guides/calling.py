"""A small pathway as WikiPathways writes them, with all that a guide is made of."""

GPML = """<?xml version="1.0" encoding="UTF-8"?>
<Pathway xmlns="http://pathvisio.org/GPML/2013a" Name="Calling for help" Organism="Homo sapiens"
    Data-Source="WikiPathways" Version="WP1_r2" Author="[A. Name, Bot]" Last-Modified="20250227230328">
  <!-- a remark that nobody reads -->
  <Comment Source="WikiPathways-description">Cells ask for ''help''. See [http://example.org/a the site] and
[IL6](https://example.org/b).&lt;br/&gt;* {{Cite}}First, a cytokine</Comment>
  <BiopaxRef>b1</BiopaxRef>
  <Graphics BoardWidth="400" BoardHeight="200" />
  <DataNode TextLabel="interleukin six" GraphId="n1" Type="GeneProduct">
    <BiopaxRef>b2</BiopaxRef>
    <Graphics CenterX="50" CenterY="50" Width="80" Height="20" />
    <Xref Database="Entrez Gene" ID="3569" />
  </DataNode>
  <DataNode TextLabel="JAK1" GraphId="n2" Type="GeneProduct">
    <Graphics CenterX="250" CenterY="50" Width="80" Height="20" />
    <Xref Database="" ID="" />
  </DataNode>
  <DataNode TextLabel="JAK1" GraphId="n3" Type="GeneProduct">
    <Graphics CenterX="250" CenterY="150" Width="80" Height="20" />
    <Xref Database="" ID="" />
  </DataNode>
  <DataNode TextLabel="Mast cells" GraphId="n4" Type="Cell">
    <Graphics CenterX="50" CenterY="150" Width="80" Height="20" />
    <Xref Database="" ID="" />
  </DataNode>
  <Interaction GraphId="i1">
    <BiopaxRef>b3</BiopaxRef>
    <Graphics><Point X="90" Y="50" GraphRef="n1" /><Point X="210" Y="50" GraphRef="n2" ArrowHead="mim-stimulation" />
    </Graphics>
    <Xref Database="" ID="" />
  </Interaction>
  <InfoBox CenterX="0" CenterY="0" />
  <Biopax>
    <bp:PublicationXref xmlns:bp="b#" xmlns:rdf="r#" rdf:id="b1">
      <bp:ID>19834513</bp:ID><bp:DB>PubMed</bp:DB><bp:TITLE>How cells call</bp:TITLE><bp:SOURCE>J Calls</bp:SOURCE>
      <bp:YEAR>2009</bp:YEAR><bp:AUTHORS>Kataoka T</bp:AUTHORS><bp:AUTHORS>Name A</bp:AUTHORS>
    </bp:PublicationXref>
    <bp:PublicationXref xmlns:bp="b#" xmlns:rdf="r#" rdf:id="b2">
      <bp:ID>19834513</bp:ID><bp:DB>PubMed</bp:DB><bp:TITLE>How cells call</bp:TITLE>
    </bp:PublicationXref>
    <bp:PublicationXref xmlns:bp="b#" xmlns:rdf="r#" rdf:id="b3"><bp:ID>12345</bp:ID><bp:DB>PubMed</bp:DB>
    </bp:PublicationXref>
    <bp:PublicationXref xmlns:bp="b#" xmlns:rdf="r#" rdf:id="b4"><bp:ID /><bp:DB>PubMed</bp:DB><bp:TITLE />
    </bp:PublicationXref>
  </Biopax>
</Pathway>
"""
